import { route } from "@react-router/dev/routes";

const staff = "o/:place/verwaltung/vereinbarungen";
const at = (file: string) => `domains/agreements/routes/${file}.tsx`;

export const agreementRoutes = [
	route("vereinbarungen", at("list-published")),
	route("vereinbarungen/:code", at("read-agreement")),
	route("vereinbarungen/:code/unterschreiben", at("sign")),
	route("vereinbarungen/:code/papier", at("sign-on-paper")),
	route("vereinbarungen/:code/pruefspur", "domains/agreements/routes/trail.ts"),
	route("pruefen", at("check")),
	route("pruefen/werkzeug", "domains/agreements/routes/checking-tool.ts"),
	route("pruefen/zertifikat", "domains/agreements/routes/certificate.ts"),
	route("pruefen/kettenkopf", at("anchors")),
	route("pruefen/:code", at("checked")),
	route(staff, at("manage")),
	route(`${staff}/neu`, at("draft")),
	route(`${staff}/:code`, at("edit")),
	route(`${staff}/:code/angaben`, at("edit-basics")),
	route(`${staff}/:code/baustein/:block`, at("edit-block")),
	route(`${staff}/:code/parteien`, at("edit-parties")),
	route(`${staff}/:code/form`, at("edit-forms")),
	route(`${staff}/:code/aufgaben`, at("edit-plan")),
	route(`${staff}/:code/kosten`, at("edit-costs")),
	route(`${staff}/:code/kosten/:item`, at("edit-cost-item")),
	route(`${staff}/:code/deckung`, at("edit-cover")),
	route(`${staff}/:code/festschreiben`, at("freeze")),
];
