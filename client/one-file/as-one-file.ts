import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';
import { contentPlace } from '../offline/file-content.ts';

/** The name of the template that a page fills with a graph. It is no page by itself, and not to be opened as one. */
const templateName = 'one-file.txt';

/** Puts the script, the styles and the icon of the page into one template, and nothing else into the folder. */
export function asOneFile(): Plugin {
  return {
    name: 'as-one-file',
    enforce: 'post',
    generateBundle: {
      // What Vite has to do with the script has been done.
      order: 'post',
      handler(_options, bundle) {
        const outputs = Object.values(bundle);
        const scripts = outputs.filter((output) => output.type === 'chunk');
        const styles = outputs.filter(isStyle).map(({ source }) => String(source));
        const [script] = scripts;
        if (!script || scripts.length > 1) this.error(`the page is ${scripts.length} scripts, not one`);
        for (const { fileName } of outputs) delete bundle[fileName];
        this.emitFile({ type: 'asset', fileName: templateName, source: fill(script.code, styles.join('\n')) });
      },
    },
  };
}

const isStyle = (output: Rolldown.OutputAsset | Rolldown.OutputChunk): output is Rolldown.OutputAsset =>
  output.type === 'asset' && output.fileName.endsWith('.css');

/** The template, with each part where a comment names it. */
function fill(script: string, styles: string): string {
  const unpack = read('unpack.js');
  const parts: Record<string, string> = {
    policy: policyFor([script, unpack]),
    icon: `data:image/svg+xml,${encodeURIComponent(read('../public/icon.svg'))}`,
    styles: `<style>${styles}</style>`,
    content: contentPlace,
    page: `<script type="text/plain" id="packed-page">${gzipSync(script, { level: 9 }).toString('base64')}</script>`,
    unpack: `<script>${unpack}</script>`,
  };
  return read('template.html').replaceAll(/<!-- (\w+) -->/g, (place, name: string) => parts[name] ?? place);
}

const read = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');

/** What a browser lets the file do: run these scripts, and ask nobody for anything. */
function policyFor(scripts: readonly string[]): string {
  const hashes = scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  return [
    "default-src 'none'",
    `script-src ${hashes.join(' ')}`,
    // The canvas and the accessible widgets place things by style attributes.
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
