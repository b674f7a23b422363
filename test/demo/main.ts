import { startDemo } from './server';

const demo = await startDemo({ sitePort: 8140, altcraftPort: 8141, pushPort: 8142 });
console.log(`Shop            ${demo.site}/?standin=1`);
console.log(`Altcraft double ${demo.altcraft.url}`);
console.log(`Push service    ${demo.push.url}`);
