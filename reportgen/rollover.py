"""This year's records → next year's: what recurs re-dated, what changed an open hole.

Floor 5.
"""
