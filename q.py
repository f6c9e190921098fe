import sys, ice_subpoenas, duckdb
c = ice_subpoenas.connect('datasets')
q=sys.stdin.read()
for s in q.split(chr(10)+';'):
    if not s.strip(): continue
    r=c.execute(s)
    cols=[d[0] for d in r.description]
    rows=r.fetchall()
    print('--',' | '.join(cols), len(rows))
    for x in rows: print(' | '.join('' if v is None else str(v) for v in x))
