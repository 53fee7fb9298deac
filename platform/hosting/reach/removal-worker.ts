/**
 * The other worker: takes itself and all that was kept away. Browsers ask for the worker's script anew with every visit
 * (at the latest after a day), so answering this one everywhere ends offline reading everywhere.
 */
export const removalWorker = `addEventListener('install',(e)=>e.waitUntil(skipWaiting()))
addEventListener('activate',(e)=>e.waitUntil((async()=>{
for(const name of await caches.keys())if(name.startsWith('sw-'))await caches.delete(name)
await registration.unregister()
})()))
`
