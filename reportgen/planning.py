"""Planned meetings → files of meetings, ready to be filled in, and the speakers registered.

Floor 5.
"""
