"""What a report has, what it lacks, and how long it is so far.

Floor 5.
"""
