"""For whom a text is: all that is open with somebody, and the texts just before, in; one addressee out."""
