/** Runs the page, which stands in the file as gzip in base64: as it is, it would be three times as long. */
async function unpack() {
  const packed = document.getElementById('packed-page')?.textContent ?? '';
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const script = document.createElement('script');
  script.id = 'page-script';
  script.textContent = await new Response(unpacked).text();
  document.head.append(script);
}

void unpack();
