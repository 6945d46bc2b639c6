"""Read by others: tables as CSV and as a spreadsheet."""

from guarantor.export.csv_text import csv_text
from guarantor.export.spreadsheet import xlsx_bytes
from guarantor.export.tables import Cell, Table

__all__ = ["Cell", "Table", "csv_text", "xlsx_bytes"]
