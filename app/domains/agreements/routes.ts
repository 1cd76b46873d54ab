import { route } from "@react-router/dev/routes";
import { costRoutes } from "./costs/routes";

const staff = "o/:place/verwaltung/vereinbarungen";
const at = (file: string) => `domains/agreements/${file}.tsx`;

export const agreementRoutes = [
	route("vereinbarungen", at("routes/list-published")),
	route("vereinbarungen/:code", at("routes/read-agreement")),
	route("vereinbarungen/:code/unterschreiben", at("signing/routes/sign")),
	route("vereinbarungen/:code/papier", at("signing/routes/sign-on-paper")),
	route("vereinbarungen/:code/pruefspur", "domains/agreements/sealing/routes/trail.ts"),
	...costRoutes,
	route("pruefen", at("sealing/routes/check")),
	route("pruefen/werkzeug", "domains/agreements/sealing/routes/checking-tool.ts"),
	route("pruefen/zertifikat", "domains/agreements/sealing/routes/certificate.ts"),
	route("pruefen/kettenkopf", at("sealing/routes/anchors")),
	route("pruefen/:code", at("sealing/routes/checked")),
	route(staff, at("routes/manage")),
	route(`${staff}/neu`, at("drafting/routes/draft")),
	route(`${staff}/:code`, at("drafting/routes/edit")),
	route(`${staff}/:code/angaben`, at("drafting/routes/edit-basics")),
	route(`${staff}/:code/baustein/:block`, at("drafting/routes/edit-block")),
	route(`${staff}/:code/parteien`, at("drafting/routes/edit-parties")),
	route(`${staff}/:code/form`, at("form-rules/routes/edit-forms")),
	route(`${staff}/:code/aufgaben`, at("drafting/routes/edit-plan")),
	route(`${staff}/:code/festschreiben`, at("signing/routes/freeze")),
];
