import { Breadcrumb } from "~/design/breadcrumb";
import { LinkButton } from "~/design/button";
import { ConfirmBox } from "~/design/confirm-box";
import { DataTable } from "~/design/data-table";
import { ErrorSummary } from "~/design/error-summary";
import { PageTitle } from "~/design/page-title";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { demandStepUp } from "~/platform/step-up";
import type { World } from "~/platform/world.server";
import { eraseMyself, partsOfHouse } from "../personal-data.server";
import { messages } from "../personal-data-messages";
import type { Route } from "./+types/erase-my-data";

/** Password and second factor first, then the question: nobody shall find out at the last step that they must sign in. */
export const loader = conduct(async ({ world }: Route.LoaderArgs & { world: World }) => {
	demandStepUp(world);
	return { parts: partsOfHouse() };
});

export const action = conduct(async ({ world }: Route.ActionArgs & { world: World }) => {
	const outcome = await eraseMyself(world, null);
	if (!outcome.done) return again({}, outcome.refusals);
	return onward("/konto-geloescht");
});

export default function EraseMyData({ loaderData: { parts }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const rows = [
		...parts.map((part) => ({
			title: t(`parts.${part}.title`),
			goes: t(`parts.${part}.goes`),
			stays: t(`parts.${part}.stays`),
		})),
		{ title: t("erase.log"), goes: t("erase.logGoes"), stays: t("erase.logStays") },
	];
	return (
		<>
			<title>{`${t("page.erase")} – Gemeinwerk`}</title>
			<Breadcrumb
				entries={[
					{ label: t("account"), href: "/konto" },
					{ label: t("page.title"), href: "/konto/daten" },
					{ label: t("page.erase") },
				]}
			/>
			<ErrorSummary errors={actionData ? [{ message: t("refusals.last-operator") }] : []} />
			<PageTitle title={t("erase.title")} lead={t("erase.lead")}>
				<LinkButton look="tertiary" href="/konto/daten/export" download>
					{t("erase.export")}
				</LinkButton>
			</PageTitle>
			<DataTable
				caption={t("erase.caption")}
				captionHidden
				columns={[
					{ key: "title", header: t("erase.part"), cell: (row) => row.title, rowHeader: true },
					{ key: "goes", header: t("erase.goes"), cell: (row) => row.goes },
					{ key: "stays", header: t("erase.stays"), cell: (row) => row.stays },
				]}
				rows={rows}
				rowKey={(row) => row.title}
			/>
			<ConfirmBox id="frage" title={t("erase.question")} confirm={t("erase.confirm")} cancelHref="/konto/daten" />
		</>
	);
}
