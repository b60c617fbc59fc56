"""Language: phrases, plurals and dates, looked up in the tables it is handed."""
