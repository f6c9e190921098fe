import tomllib,glob,re,json
for f in sorted(glob.glob('datasets/reviewed/acts/*.toml')):
    d=tomllib.load(open(f,'rb'))
    rows=list(d.get('rows',[]))
    for k,v in d.items():
        if isinstance(v,list):
            for b in v:
                if isinstance(b,dict) and 'rows' in b:
                    for r in b['rows']: rows.append({**{x:y for x,y in b.items() if x!='rows'},'table':k,**r})
                elif isinstance(b,dict) and 'table' not in b: rows.append({**b,'table':k})
    for r in rows:
        if r.get('table')=='grounds' and r.get('side')=='agency' and r.get('toward')=='issuing':
            t=json.dumps(r.get('said'))+str(r.get('reason',''))
            if re.search(r'affidavit|motion|petition|court (document|filing|paper|record)|in court|complaint|declaration|lawsuit|filed',t,re.I):
                print(f.split('/')[-1],r.get('id') or r.get('ground_id'),r.get('event_id'),r.get('reason'),'|',re.findall(r'[^"]{0,80}(?:affidavit|motion|petition|court document|court filing|court paper|court record|in court|complaint|declaration|lawsuit|filed)[^"]{0,60}',t,re.I)[:4])
