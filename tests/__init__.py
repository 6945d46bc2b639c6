"""The tests of Guarantor; they mirror src/guarantor file by file."""
