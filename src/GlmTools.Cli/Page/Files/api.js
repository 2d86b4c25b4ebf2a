// What the server is asked. Addresses are relative, so the token of the page's own address goes along.

async function answer(response) {
  if (response.ok) return response;
  let message = response.status === 409 ? 'Another answer is still being written.' : `The server answered ${response.status}.`;
  try {
    message = (await response.json()).error ?? message;
  } catch {
    // It said nothing readable; the status has to do.
  }
  throw new Error(message);
}

async function ask(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Error('glmtools does not answer; is it still running?');
  }
  return answer(response);
}

export const get = async path => (await ask(path)).json();

export async function post(path, body = '', signal = undefined) {
  const response = await ask(path, { method: 'POST', body, signal, headers: { 'content-type': 'text/plain' } });
  return response.status === 204 ? null : response.json();
}

// A line of JSON an event, as they come.
export async function* stream(path, body) {
  const response = await ask(path, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let open = '';
  for (;;) {
    const { done, value } = await reader.read();
    const lines = (open + (value ?? '')).split('\n');
    open = done ? '' : lines.pop();
    for (const line of lines) if (line) yield JSON.parse(line);
    if (done) return;
  }
}
