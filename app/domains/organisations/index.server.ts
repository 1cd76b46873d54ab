export { coversOn, presentOf, standInsFor } from "./absence/queries/covers.server";
export { authoriseAssociations } from "./commands/authorise-associations.server";
export { enterStrangersPost, strangersAmong } from "./commands/enter-strangers-post.server";
export { furnishLogo } from "./commands/furnish-space.server";
export { importRegister } from "./commands/import-register.server";
export { registerSource } from "./commands/register-tables.server";
export {
	completePlaces,
	type KnownPerson,
	type OpenWork,
	type PlacePart,
	type TermUse,
	type UncoveredDay,
} from "./composition.server";
export { settleItem } from "./hand-over/commands/decide.server";
export { proposeHandOver } from "./hand-over/commands/open.server";
export { type MapBase, mapBase, middleOf, placeMap } from "./map/place-map.server";
export { isOpenSpace } from "./open-space";
export { deputised } from "./queries/deputy-offers.server";
export { peopleKnownTo } from "./queries/known-people.server";
export { searchMunicipalities } from "./queries/municipalities.server";
export { type Place, placeOf } from "./queries/place.server";
export { managedPlace, placeWork } from "./queries/place-start.server";
export { type PostView, postsOf, postView } from "./queries/posts.server";
export { coveredPosts, seatsSql } from "./queries/seats.server";
export { type Workplace, workplacesOf } from "./queries/workplaces.server";
