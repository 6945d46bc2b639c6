// Decisions as the server takes them; each names who decides.

import { send } from "./client";
import type { CheckedForm, Decision, Form, OnDocument, OnItem, OnStep, Receipt, Sent } from "./documents";

type Given<T, Needed extends keyof T> = Pick<T, Needed> & Partial<T>;

export const decisions = {
  onItems: (said: Given<OnItem, "by" | "document" | "action">): Promise<Decision> => send("POST", "/decisions/items", said),
  onStep: (said: Given<OnStep, "by" | "statement" | "draft">): Promise<Decision> => send("POST", "/decisions/steps", said),
  onDocuments: (said: Given<OnDocument, "by" | "action" | "documents">): Promise<Decision> => send("POST", "/decisions/documents", said),
  receive: (sent: Given<Sent, "by" | "name" | "content">): Promise<Receipt> => send("POST", "/decisions/received", sent),
  undo: (by: string): Promise<Decision> => send("POST", "/decisions/undo", { by }),
};

/** Ask what on record does not agree with a form; nothing is entered. */
export function checkForm(document: string, form: Form, signal: AbortSignal): Promise<CheckedForm> {
  return send("POST", `/review/${encodeURIComponent(document)}/check`, form, signal);
}
