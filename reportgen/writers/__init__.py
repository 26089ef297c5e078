"""The last stage: one finished `Document`, one `Style`, several kinds of file."""
