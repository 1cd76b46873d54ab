import { route } from "@react-router/dev/routes";

const post = "o/:place/verwaltung/stellen/:post";
const authority = "o/:place/verwaltung/organisationen/vollmacht";

export const organisationRoutes = [
	route("orte", "domains/organisations/routes/find-place.tsx"),
	route("orte/:organisation/bereich", "domains/organisations/routes/open-space.tsx"),
	route("vertretungen", "domains/organisations/routes/accept-deputy.tsx"),
	route("o/:place", "domains/organisations/routes/place.tsx"),
	route("o/:place/ohne-internet", "domains/organisations/routes/take-part-offline.tsx"),
	route("o/:place/leichte-sprache", "domains/organisations/routes/easy-language.tsx"),
	route("o/:place/verwaltung/ort/leichte-sprache", "domains/organisations/routes/edit-easy-language.tsx"),
	route("o/:place/stellen", "domains/organisations/routes/posts.tsx"),
	route("o/:place/stellen/:post", "domains/organisations/routes/post.tsx"),
	route("o/:place/verwaltung", "domains/organisations/routes/administration.tsx"),
	route("o/:place/verwaltung/ort", "domains/organisations/routes/edit-place.tsx"),
	route("o/:place/verwaltung/ort/farbe", "domains/organisations/routes/choose-colour.tsx"),
	route("o/:place/verwaltung/stellen", "domains/organisations/routes/manage-posts.tsx"),
	route("o/:place/verwaltung/stellen/neu", "domains/organisations/routes/create-post.tsx"),
	route(post, "domains/organisations/routes/manage-post.tsx"),
	route(`${post}/angaben`, "domains/organisations/routes/change-post.tsx"),
	route(`${post}/besetzen`, "domains/organisations/routes/appoint.tsx"),
	route(`${post}/besetzung/:holding/beenden`, "domains/organisations/routes/end-holding.tsx"),
	route(`${post}/vertretung`, "domains/organisations/routes/appoint-deputy.tsx"),
	route(`${post}/vertretung/:arrangement/beenden`, "domains/organisations/routes/end-deputy.tsx"),
	route(`${post}/beenden`, "domains/organisations/routes/end-post.tsx"),
	route("o/:place/verwaltung/gliederung", "domains/organisations/routes/terms.tsx"),
	route("o/:place/verwaltung/gliederung/:sort/neu", "domains/organisations/routes/create-term.tsx"),
	route("o/:place/verwaltung/gliederung/:sort/:term", "domains/organisations/routes/manage-term.tsx"),
	route("o/:place/verwaltung/organisationen", "domains/organisations/routes/organisations.tsx"),
	route("o/:place/verwaltung/organisationen/neu", "domains/organisations/routes/found-organisation.tsx"),
	route(authority, "domains/organisations/routes/record-acting-for.tsx"),
	route(`${authority}/:authority/beenden`, "domains/organisations/routes/end-acting-for.tsx"),
];
