import { chromiumPushArgs, startDemo } from './server';

const demo = await startDemo({
  sitePort: 8140,
  altcraftPort: 8141,
  pushPort: 8142,
  googlePort: 8143,
});
console.log(`Shop            ${demo.site}/?keyed=1`);
console.log(`Altcraft double ${demo.altcraft.url}`);
console.log(`Mozilla double  ${demo.push.url}`);
console.log(`Google double   ${demo.google.url}`);
console.log('\nA Chromium that gets its pushes from it is started with');
console.log(
  chromiumPushArgs(demo.google)
    .map((arg) => `'${arg}'`)
    .join(' '),
);
