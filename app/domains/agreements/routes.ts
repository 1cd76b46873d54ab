import { route } from "@react-router/dev/routes";
import { costRoutes } from "./costs/routes";

const staff = "o/:place/verwaltung/vereinbarungen";
const at = (file: string) => `domains/agreements/${file}.tsx`;

export const agreementRoutes = [
	route("vereinbarungen", at("routes/list-published")),
	route("vereinbarungen/:code", at("routes/read-agreement")),
	route("vereinbarungen/:code/unterschreiben", at("signing/routes/sign")),
	route("vereinbarungen/:code/papier", at("signing/routes/sign-on-paper")),
	route("vereinbarungen/:code/abstimmung", at("clauses/routes/talk")),
	route("vereinbarungen/:code/gaeste", at("guests/routes/guests")),
	route("vereinbarungen/:code/signatur", at("qualified/routes/sign-qualified")),
	route("vereinbarungen/:code/pruefspur", "domains/agreements/sealing/routes/trail.ts"),
	...costRoutes,
	route("pruefen", at("sealing/routes/check")),
	route("pruefen/werkzeug", "domains/agreements/sealing/routes/checking-tool.ts"),
	route("pruefen/zertifikat", "domains/agreements/sealing/routes/certificate.ts"),
	route("pruefen/kettenkopf", at("sealing/routes/anchors")),
	route("pruefen/:code", at("sealing/routes/checked")),
	route(staff, at("routes/manage")),
	route(`${staff}/neu`, at("drafting/routes/draft")),
	route(`${staff}/muster`, at("templates/routes/list-templates")),
	route(`${staff}/muster/:template`, at("templates/routes/template")),
	route(`${staff}/formregeln`, at("form-rules/routes/form-rules")),
	route(`${staff}/formregeln/:rule`, at("form-rules/routes/review-form-rule")),
	route(`${staff}/vertretung`, at("authority/routes/authority")),
	route(`${staff}/:code`, at("drafting/routes/edit")),
	route(`${staff}/:code/angaben`, at("drafting/routes/edit-basics")),
	route(`${staff}/:code/baustein/:block`, at("drafting/routes/edit-block")),
	route(`${staff}/:code/parteien`, at("drafting/routes/edit-parties")),
	route(`${staff}/:code/form`, at("form-rules/routes/edit-forms")),
	route(`${staff}/:code/beschluesse`, at("authority/routes/decisions")),
	route(`${staff}/:code/aufgaben`, at("drafting/routes/edit-plan")),
	route(`${staff}/:code/auflagen`, at("particulars/routes/edit-particulars")),
	route(`${staff}/:code/anlagen`, at("annexes/routes/edit-annexes")),
	route(`${staff}/:code/word`, at("word/routes/word")),
	route(`${staff}/:code/word/datei`, "domains/agreements/word/routes/word-file.ts"),
	route(`${staff}/:code/word/:return`, at("word/routes/compare-word")),
	route(`${staff}/:code/festschreiben`, at("signing/routes/freeze")),
];
