"""A programme of work in a spreadsheet → planned meetings, or every fault in it by cell.

Floor 3, and the only room that knows the spreadsheet library.
"""
