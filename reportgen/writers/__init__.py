"""The last stage: one finished `Document`, one `Style`, several kinds of file.

Floor 3. `docx`, `html`, `pdf` and `text` write; `press` prints in a process of its own; `room`
tells what is too broad for its page; `provenance` is what a file says of itself. What several of
them share begins with an underscore.
"""
