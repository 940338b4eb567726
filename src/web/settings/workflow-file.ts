/** A workflow as the settings of ComfyUI hold it. */
type StoredWorkflow = Readonly<Record<string, unknown>>;

/**
 * Reads a file that ComfyUI exported (a graph), or one of ours that has a graph beside its bindings; null where it is
 * neither.
 */
export function workflowFrom(text: string): StoredWorkflow | null {
  const read = jsonObject(text);
  if (read === null) return null;
  return isObject(read['graph']) ? read : { graph: read };
}

/** The workflows among the settings of a provider, by what they make. */
export function workflowsOf(settings: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { workflows } = settings;
  return isObject(workflows) ? workflows : {};
}

function jsonObject(text: string): StoredWorkflow | null {
  try {
    const read: unknown = JSON.parse(text);
    return isObject(read) ? read : null;
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is StoredWorkflow =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
