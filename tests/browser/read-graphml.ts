/**
 * Reads GraphML files in a page, by nothing but its parser; answers the graph of each as JSON. Runs in the browser, so it
 * refers to nothing outside of itself. What says how the graph is drawn is no part of it.
 */
export function readGraphml(files: string[]): string[] {
  const looks = new Set(['x', 'y', 'size', 'r', 'g', 'b', 'nodegraphics', 'edgegraphics']);
  return files.map((file) => {
    const xml = new DOMParser().parseFromString(file, 'application/xml');
    const error = xml.querySelector('parsererror');
    if (error) throw new Error(`${error.textContent}: ${file}`);
    const keys = new Map([...xml.querySelectorAll('key')].map((key) => [key.id, key]));
    const read = (element: Element) => {
      const ours: Record<string, unknown> = {};
      const properties: Record<string, unknown> = {};
      const own = [...element.children].filter((data) => !looks.has(data.getAttribute('key') ?? ''));
      for (const [index, data] of own.entries()) {
        const key = keys.get(data.getAttribute('key') ?? '');
        const name = key?.getAttribute('attr.name') ?? '';
        const type = key?.querySelector('desc') ? 'json' : key?.getAttribute('attr.type');
        const text = data.textContent ?? '';
        // Three of ours come first: id, labels or type, and what is shown beside it.
        (index < 3 ? ours : properties)[name] = type === 'string' ? text : JSON.parse(text);
      }
      return { ours, properties };
    };
    const ids = new Map<string, string>();
    const nodes = [...xml.querySelectorAll('node')].map((element) => {
      const { ours, properties } = read(element);
      ids.set(element.id, String(ours['@id']));
      return { id: ours['@id'], labels: ours['@labels'], properties };
    });
    const relationships = [...xml.querySelectorAll('edge')].map((element) => {
      const { ours, properties } = read(element);
      const end = (name: string) => ids.get(element.getAttribute(name) ?? '');
      return { id: ours['@id'], type: ours['@type'], start: end('source'), end: end('target'), properties };
    });
    return JSON.stringify({ nodes, relationships });
  });
}
