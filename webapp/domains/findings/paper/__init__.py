"""The problem sheet on paper (巡查问题处理表): one finding from its discovery on."""
