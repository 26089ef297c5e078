"""JSON Schemas of the files of a report, made from the records, for editors.

Floor 5.
"""
