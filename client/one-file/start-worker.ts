let address: string | undefined;

/** A worker for layouts. A file has no other file to run: its worker runs the page's own script. */
export function startWorker(): Worker {
  const script = document.getElementById('page-script')?.textContent ?? '';
  address ??= URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  return new Worker(address);
}
