import sys,ice_subpoenas
c=ice_subpoenas.connect('datasets')
for t,r in [a.split(':') for a in sys.argv[1:]]:
    key={'events':'event_id','grounds':'ground_id','acts':'act_id','case_facts':'case_fact_id','individuals_referenced':'individual_id','information_sought':'information_sought_id'}[t]
    for (s,sm,rs) in c.execute(f"select * exclude all_ from (select {'summary' if t=='events' else 'null'} as summary, {key} as k, reason, 1 as all_ from {t} where {key}=?)",[r]).fetchall(): print('##',s,'|',sm,'|',rs)
    for x in c.execute("select column_name, value, stance, derivation, e.source_id, s.standing, s.is_witness, exact, locator, e.reason, case when argued is null then '' else argued end from (select *, arguments::varchar as argued from evidence) e join sources s using(source_id) where table_name=? and row_id=? and derivation<>'copied' order by 1,5",[t,r]).fetchall(): print('  ',' | '.join('' if v is None else str(v) for v in x))
