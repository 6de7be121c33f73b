"""The rescue file: what a phone holds and cannot send, sealed for the server, carried by any other phone.

`core/sealing` has the key pairs; sealed.py reads the file, record by record; service.py takes in what it holds.
The phone writes such files by `pwa/src/core/rescue`; `tests/e2e/test_rescue.py` carries one from phone to phone.
"""
