// Every test has a newsroom of its own, and much of its time is waiting for processes; those of one class, which may count what is on the disk or at the server, keep to their order.
[assembly: Parallelize(Workers = 3, Scope = ExecutionScope.ClassLevel)]
