export { authoriseAssociations } from "./commands/authorise-associations.server";
export { importRegister } from "./commands/import-register.server";
export { registerSource } from "./commands/register-tables.server";
export { type Place, placeOf } from "./queries/place.server";
