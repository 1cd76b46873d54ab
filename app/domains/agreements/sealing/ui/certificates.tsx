import { DataTable } from "~/design/data-table";
import { LocalDate } from "~/design/time";
import { useText } from "~/platform/i18n";
import { checkMessages } from "../check-messages";
import { inGroups } from "../fingerprint";
import type { HouseCertificate } from "../queries/house-seal.server";

/** The certificate of today, and beside it those of before: papers keep the one that they were sealed with. */
export function Certificates({ certificates }: { certificates: readonly HouseCertificate[] }) {
	const t = useText(checkMessages);
	const current = certificates.find((one) => one.current);
	const before = certificates.filter((one) => !one.current);
	return (
		<>
			{current ? (
				<>
					<p>{t("seal.house")}</p>
					<p>{inGroups(current.sha256)}</p>
				</>
			) : (
				<p>{t("seal.noKey")}</p>
			)}
			{before.length > 0 && (
				<DataTable
					caption={t("seal.before")}
					rows={before}
					rowKey={({ sha256 }) => sha256}
					columns={[
						{
							key: "certificate",
							header: t("seal.certificate"),
							rowHeader: true,
							cell: ({ sha256 }) => <a href={`/pruefen/zertifikat?sha256=${sha256}`}>{inGroups(sha256)}</a>,
						},
						{ key: "from", header: t("seal.first"), cell: ({ from }) => from && <LocalDate value={new Date(from)} /> },
						{
							key: "until",
							header: t("seal.last"),
							cell: ({ until }) => until && <LocalDate value={new Date(until)} />,
						},
					]}
				/>
			)}
		</>
	);
}
