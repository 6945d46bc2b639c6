/** The engines of the page: chances from a compiled diagram, and the logic of a structure. */

export * from "./documents";
export { CannotEvaluate } from "./errors";
export { chances, prepare } from "./diagram";
export type { Changes, Chances, Prepared } from "./diagram";
export { prepareStructure } from "./structure";
export type { Structure } from "./structure";
export { settingsOf } from "./settings";
export type { Settings } from "./settings";
export { outlook } from "./outlook";
export type { FloorOutlook, LineOutlook, Outlook, Possible, RequirementOutlook } from "./outlook";
export type { Held } from "./lines";
export { cascade } from "./cascade";
export type { Cascade } from "./cascade";
export { dependants, namesIn } from "./dependants";
export type { Dependants } from "./dependants";
export type { Ids } from "./ids";
