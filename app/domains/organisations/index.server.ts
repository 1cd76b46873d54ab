export { authoriseAssociations } from "./commands/authorise-associations.server";
export { importRegister } from "./commands/import-register.server";
export { registerSource } from "./commands/register-tables.server";
export { completePlaces, type PlacePart } from "./composition.server";
export { searchMunicipalities } from "./queries/municipalities.server";
export { organisationName, principalsOf } from "./queries/organisations.server";
export { type Place, placeOf } from "./queries/place.server";
export { type PostView, postsOf, postView } from "./queries/posts.server";
