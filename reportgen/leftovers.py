"""What still speaks of last year, by file and line.

Floor 5.
"""
