// Builds web/dist: styles, fonts, icon sprite, islands, and src/platform/ui/assets.hpp, which names
// them for C++. `node build.mjs --check` builds aside and fails when the committed files are stale.
//
// The server serves an asset as /assets/<name>.<hash>.<ext>, hash = the first 8 hex digits of the
// SHA-256 of its bytes; so a file is complete (its own addresses filled in) before it is hashed.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import * as sass from 'sass';

const here = path.dirname(fileURLToPath(import.meta.url));
const modules = path.join(here, 'node_modules');
const read = (...parts) => fs.readFileSync(path.join(here, ...parts));
const icons = read('icons.txt').toString().trim().split('\n');

const address = (name, bytes) => {
  const { name: stem, ext } = path.parse(name);
  return `/assets/${stem}.${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}${ext}`;
};

const license = (text) => `/*! ${text} */\n`;

function style(name, fonts) {
  const { css } = sass.compile(path.join(here, 'styles', name + '.scss'), {
    style: 'compressed',
    loadPaths: [modules],
    quietDeps: true,
  });
  const missing = new Set();
  const filled = css.replace(/url\("?\/assets\/([\w.-]+)"?\)/g, (whole, font) => {
    if (!fonts[font]) missing.add(font);
    return `url(${address(font, fonts[font] ?? '')})`;
  });
  if (missing.size) throw new Error(`${name}.scss names fonts we do not have: ${[...missing]}`);
  return (
    license('Includes govuk-frontend, MIT, (c) Crown Copyright: LICENSE-govuk-frontend.txt') +
    filled +
    '\n'
  );
}

function sprite() {
  const symbols = icons.map((name) => {
    const svg = fs.readFileSync(path.join(modules, 'lucide-static/icons', name + '.svg'), 'utf8');
    const inner = svg.replace(/^[\s\S]*?<svg[^>]*>/, '').replace('</svg>', '');
    const tight = inner.replace(/\s+/g, ' ').replace(/> </g, '><').replace(/ \/>/g, '/>').trim();
    return `<symbol id="i-${name}" viewBox="0 0 24 24">${tight}</symbol>`;
  });
  const drawings = fs
    .readdirSync(path.join(here, 'drawings'))
    .sort()
    .map((file) => {
      const inner = read('drawings', file)
        .toString()
        .replace(/<!--[\s\S]*?-->\n/, '')
        .trim();
      return `<g id="${path.parse(file).name}">${inner.replaceAll('\n', '')}</g>`;
    });
  return `<svg xmlns="http://www.w3.org/2000/svg"><!-- Lucide, ISC: LICENSE-lucide.txt -->\n<defs>\n${[...symbols, ...drawings].join('\n')}\n</defs>\n</svg>\n`;
}

async function script(source, format, target) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [path.join(here, source)],
    bundle: true,
    write: false,
    minify: true,
    format,
    target,
    legalComments: 'none',
    absWorkingDir: here,
  });
  return outputFiles[0].text;
}

const island = (name) => script(`islands/${name}.ts`, 'esm', 'es2018');

// The page that carries a proof and checks it: one file, whole by itself; the server fills in the
// proof.
async function proof() {
  const code = await script('proof/proof.ts', 'iife', 'es2020');
  const safe = code.trim().replaceAll('</', '<\\/');
  return read('proof/proof.html').toString().replace('@@script@@', () => safe);
}

function header(files) {
  const names = [
    'citizen.css',
    'officer.css',
    'citizen.js',
    'officer.js',
    'icons.svg',
    'favicon.svg',
    'bvp-latin-400.woff2',
    'bvp-vietnamese-400.woff2',
  ];
  const row = (name) =>
    `inline constexpr const char* ${name.replace(/\W/g, '_')} = ` +
    `"${address(name, files[name])}";`;
  return `// Where pages find styles, islands and icons. Made by web/build.mjs: change that, not this.
#pragma once

#include <string_view>

// clang-format off
namespace ui::assets {

${names.map(row).join('\n')}

// The icons in the sprite; ui::Icon takes no other.
inline constexpr std::string_view icons[] = {
${icons.map((name) => `    "${name}",`).join('\n')}
};

}  // namespace ui::assets
`;
}

async function build() {
  const files = {};
  for (const folder of ['fonts', 'licences']) {
    for (const name of fs.readdirSync(path.join(here, folder)).sort())
      files[name] = read(folder, name);
  }
  for (const name of ['citizen', 'officer']) {
    files[name + '.css'] = style(name, files);
    files[name + '.js'] = await island(name);
  }
  files['proof.html'] = await proof();
  files['icons.svg'] = sprite();
  files['favicon.svg'] = read('favicon.svg');
  return { files, header: header(files) };
}

function write(folder, files) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of Object.entries(files))
    fs.writeFileSync(path.join(folder, name), bytes);
}

function differences(fresh, dist) {
  const names = new Set([
    ...fs.readdirSync(fresh),
    ...(fs.existsSync(dist) ? fs.readdirSync(dist) : []),
  ]);
  const bytes = (folder, name) => {
    const file = path.join(folder, name);
    return fs.existsSync(file) ? fs.readFileSync(file) : null;
  };
  return [...names].sort().filter((name) => {
    const [a, b] = [bytes(fresh, name), bytes(dist, name)];
    return !a || !b || !a.equals(b);
  });
}

const dist = path.join(here, 'dist');
const headerPath = path.join(here, '../src/platform/ui/assets.hpp');
const built = await build();
if (process.argv.includes('--check')) {
  const aside = fs.mkdtempSync(path.join(os.tmpdir(), 'taydo-web-'));
  write(aside, built.files);
  const stale = differences(aside, dist);
  fs.rmSync(aside, { recursive: true });
  const known = fs.existsSync(headerPath) ? fs.readFileSync(headerPath, 'utf8') : '';
  if (known !== built.header) stale.push('src/platform/ui/assets.hpp');
  if (stale.length) {
    console.error(`stale, run \`node web/build.mjs\`: ${stale.join(' ')}`);
    process.exit(1);
  }
  console.log('web/dist is fresh');
} else {
  write(dist, built.files);
  fs.mkdirSync(path.dirname(headerPath), { recursive: true });
  fs.writeFileSync(headerPath, built.header);
  console.log(
    Object.entries(built.files)
      .map(([name, b]) => `${name} ${b.length}`)
      .join('\n'),
  );
}
