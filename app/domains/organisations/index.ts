export { messages as organisationMessages } from "./messages";
export { slugFor } from "./slug";
