#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""ask.py DAY STORE INDICATOR PERIOD - how an indicator moved in a year, territory by territory

What ask.c does, by ctypes: the structures are those of relais.h, field by field, and are zeroed when made.
"""
import sys
from ctypes import CDLL, POINTER, Structure, byref, c_bool, c_char, c_char_p, c_int, c_int32, c_size_t, c_ulong, c_void_p

OK, END = 0, 1
READ = 0
NO_DAY = -(2**31)
texts = POINTER(c_char_p)


class Error(Structure):
    _fields_ = [("lang", c_int), ("status", c_int), ("line", c_ulong), ("column", c_ulong),
                ("input", c_char * 256), ("rule", c_char * 32), ("text", c_char * 512)]


class Span(Structure):
    _fields_ = [("first", c_int32), ("last", c_int32)]


class Question(Structure):
    _fields_ = [("lang", c_int), ("today", c_int32), ("as_of", c_int32), ("span", Span),
                ("indicators", texts), ("offices", texts), ("territories", texts), ("resolutions", texts),
                ("by", c_char_p), ("state", c_char_p), ("owner", c_char_p),
                ("late_only", c_bool), ("critical_only", c_bool), ("estimate", c_bool), ("members_only", c_bool),
                ("diffusion", c_int), ("geography", c_int), ("base", c_int)]


class Row(Structure):
    _fields_ = [("count", c_size_t), ("cells", texts), ("types", POINTER(c_int))]


relais = CDLL("librelais.so.0")
error = Error()

# what ctypes cannot know: numbers of 32 bits and pointers
for name, arguments in {
    "relais_day_parse": [c_char_p, POINTER(c_int32), POINTER(Error)],
    "relais_span_parse": [c_char_p, c_int32, POINTER(Span), POINTER(Error)],
    "relais_store_open": [POINTER(c_void_p), c_char_p, c_int, c_char_p, POINTER(Error)],
    "relais_ask_evolution": [c_void_p, POINTER(Question), POINTER(c_void_p), POINTER(Error)],
    "relais_rows_next": [c_void_p, POINTER(Row), POINTER(Error)],
    "relais_rows_close": [c_void_p],
    "relais_store_close": [c_void_p],
}.items():
    getattr(relais, name).argtypes = arguments


def must(status):
    """An error of the library is a sentence for people."""
    if status != OK:
        print(error.text.decode(), file=sys.stderr)
        sys.exit(4)


def ask(store, question):
    """The rows of an answer, each a list of texts; None is a figure that nobody has."""
    rows, row = c_void_p(), Row()
    must(relais.relais_ask_evolution(store, byref(question), byref(rows), byref(error)))
    try:
        # a row is borrowed until the next one: its texts are copied here
        while (status := relais.relais_rows_next(rows, byref(row), byref(error))) == OK:
            yield [cell and cell.decode() for cell in row.cells[: row.count]]
        if status != END:
            must(status)
    finally:
        relais.relais_rows_close(rows)


def main(day, path, indicator, period):
    store = c_void_p()
    question = Question(as_of=NO_DAY, indicators=(c_char_p * 2)(indicator.encode(), None), by=b"territory")
    today = c_int32()
    must(relais.relais_day_parse(day.encode(), byref(today), byref(error)))
    question.today = today.value
    must(relais.relais_span_parse(period.encode(), today, byref(question.span), byref(error)))
    must(relais.relais_store_open(byref(store), path.encode(), READ, None, byref(error)))
    try:
        for cells in ask(store, question):
            print(cells[1], cells[3] or "-", (cells[5] or "-") + "%")
    finally:
        relais.relais_store_close(store)


if len(sys.argv) != 5:
    sys.exit(__doc__)
main(*sys.argv[1:])
