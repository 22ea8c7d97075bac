import { openInMemory } from '/work/main/src/store/embedded.ts';
import { migrate } from '/work/main/src/store/migrate.ts';
import { seed } from '/work/main/src/packs/seed.ts';
import { importPack, formatProblem } from '/work/main/src/packs/service.ts';
import { PGlite } from '@electric-sql/pglite';
const o=await openInMemory(); const db=o.db;
const times=new Map<string,[number,number]>();
const orig=PGlite.prototype.execProtocolRaw; 
await migrate(db); await seed(db);
const ex=(db as any).getExecutor().adapter; 
const el=['prevention','legal-framework','data-sharing','intelligence'], th=['cybercrime','drug-trafficking','corruption'];
const strategy=(i:number,n:number)=>{ let s=`schema: strategy/1\nid: xaa-plan-${i}\ntitle: Plan ${i}\nowner: {state: XAA}\nlevel: national\nscope: overarching\nstatus: adopted\nvalid: {from_year: 2020}\nstructure:\n`; for(let p=0;p<n/10;p++){ s+=`- id: xaa-plan-${i}.p${p}\n  kind: pillar\n  label: Pillar number ${p}\n  children:\n`; for(let k=0;k<9;k++) s+=`  - id: xaa-plan-${i}.p${p}.o${k}\n    kind: objective\n    label: Objective ${k} of pillar ${p} to work on something specific ${i}\n    tags:\n      threats: [${th[(p+k)%3]}]\n      elements: [${el[(p+k)%4]}]\n`;} return s;};
const files=Array.from({length:Number(process.argv[2])},(_,i)=>({name:`s${i}.yaml`,content:strategy(i,100)}));
const { Client } = await import('pg');
const oq=Client.prototype.query; (Client.prototype as any).query=function(...a:any[]){ const text=typeof a[0]==='string'?a[0]:a[0].text; const t=performance.now(); const cb=a[a.length-1]; if(typeof cb==='function'){ a[a.length-1]=(...r:any[])=>{ note(text,performance.now()-t); cb(...r);} ; return oq.apply(this,a as any);} const r=(oq as any).apply(this,a); if(r&&r.then) r.then(()=>note(text,performance.now()-t)); return r; };
function note(text:string,ms:number){ const k=text.replace(/\s+/g,' ').slice(0,150); const e=times.get(k)??[0,0]; e[0]+=ms; e[1]++; times.set(k,e); }
const t=performance.now(); await importPack(db,files); console.log('import',performance.now()-t);
for(const [k,[ms,n]] of [...times].sort((a,b)=>b[1][0]-a[1][0]).slice(0,10)) console.log(Math.round(ms),n,k);
await o.close();
