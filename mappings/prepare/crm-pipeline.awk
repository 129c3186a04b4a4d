# Gives each opportunity of a CRM's pipeline (opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,
# close_value) the office of its agent, out of the teams (sales_agent,manager,regional_office):
#
#     awk -f crm-pipeline.awk sales_teams.csv sales_pipeline.csv > crm.csv
#
# None of the two may have a comma within a field.
BEGIN { FS = OFS = "," }
{ sub(/\r$/, "") }
FNR == 1 { file++ }
file == 1 { office[$1] = $3; next }
FNR == 1 { print $0, "regional_office"; next }
{ print $0, office[$2] }
