"""The three books of keys: 业主托管钥匙登记表, 借用钥匙登记表, 钥匙管理备忘录; read, and written into a workbook."""
