import { Button } from "~/design/button";
import { Disclosure } from "~/design/disclosure";
import { PageTitle } from "~/design/page-title";
import { useText } from "~/platform/i18n";
import { messages } from "./operation-messages";

type Untaken = readonly (readonly [name: string, value: string])[];

/** What a submission brought that the house does not take at present (`demandOpen`), or null for another error. */
export function untakenIn(data: unknown): Untaken | null {
	return typeof data === "object" && data !== null && "untaken" in data ? (data.untaken as Untaken) : null;
}

/** Says kindly that nothing is taken at present, and holds what was typed until it can be sent again. */
export function ReadOnlyPage({ untaken }: { untaken: Untaken }) {
	const t = useText(messages);
	const texts = untaken.filter(([, value]) => value.length > 40);
	return (
		<>
			<title>{`${t("readOnly.title")} – Gemeinwerk`}</title>
			<PageTitle title={t("readOnly.title")} lead={t("readOnly.text")} />
			{untaken.length > 0 && (
				<form method="post" className="gw-form">
					{untaken.map(([name, value], index) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: a field may come twice, and the list never changes
						<input key={index} type="hidden" name={name} value={value} />
					))}
					<p>{t("readOnly.kept")}</p>
					<p>{t("readOnly.secrets")}</p>
					<Button>{t("readOnly.again")}</Button>
					{texts.length > 0 && (
						<Disclosure summary={t("readOnly.typed")}>
							{texts.map(([name, value]) => (
								<p key={name}>{value}</p>
							))}
						</Disclosure>
					)}
				</form>
			)}
		</>
	);
}
