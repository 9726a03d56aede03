// node tests/journeys/run.mjs --taydo build/taydo [name...]: walks the product as people do.
import path from 'node:path';
import { check, closeBrowser, finish, openBrowser } from './lib.mjs';
import { calendar } from './calendar.mjs';
import { accounts } from './accounts.mjs';
import { certificate } from './certificate.mjs';
import { edge } from './edge.mjs';
import { evidence } from './evidence.mjs';
import { floods } from './flood.mjs';
import { gallery } from './gallery.mjs';
import { incidents } from './incidents.mjs';
import { jobs } from './jobs.mjs';
import { ledger } from './ledger.mjs';
import { level } from './level.mjs';
import { messages } from './messages.mjs';
import { people } from './people.mjs';
import { privacy } from './privacy.mjs';
import { signIn } from './sign_in.mjs';
import { tables } from './tables.mjs';
import { units } from './units.mjs';

// `flood` needs the machine for itself: it is walked by name only.
const byNameOnly = ['flood'];
const journeys = {
  gallery, sign_in: signIn, accounts, level, certificate, evidence, people, units, calendar, jobs,
  messages, privacy, incidents, tables, ledger, edge, flood: floods,
};

const words = process.argv.slice(2);
const at = words.indexOf('--taydo');
const taydo = path.resolve(at < 0 ? 'build/taydo' : words.splice(at, 2)[1]);
const chosen = words.length ? words : Object.keys(journeys).filter((name) => !byNameOnly.includes(name));

await openBrowser();
for (const name of chosen) {
  const journey = journeys[name];
  // Only a journey that could not go on comes here; its own checks are counted within.
  try {
    if (!journey) throw new Error(`no such journey; there are ${Object.keys(journeys).join(', ')}`);
    await journey({ taydo });
  } catch (error) {
    await check(name, () => { throw error; });
  }
}
await closeBrowser();
process.exit(finish());
