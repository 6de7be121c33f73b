"""What an office keeps of vacant units, on paper and as workbooks: register, table, summary, plan (`records.md` 1)."""
