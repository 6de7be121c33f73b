"""Reading an office's register: from a file to units and refusals. Free of the database.

files.py     what kind of file it is; whole-file refusals that need no opening
opener.py    a program of its own that opens workbooks under limits; workbook.py runs it, separated.py reads CSV
headers.py   where the header rows are; columns.py what each column means, by words.py and by its cells
rows.py      rows that tell of units, with what merged and empty cells stand for
places.py    where each row's unit lies; lines.py the unit or why not; register.py the whole
writing.py names.py paths.py floors.py states.py measures.py   how people write these things
"""
