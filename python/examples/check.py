"""python check.py MODEL FILE…: a verdict."""

import sys

from image_preflight import check

report = check(sys.argv[2:], model=sys.argv[1])
print(report.verdict, report.reason or "")
