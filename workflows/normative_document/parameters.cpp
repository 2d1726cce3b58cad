#include "workflows/normative_document/parameters.hpp"

namespace workflows::normative_document {

std::vector<engine::parameter_key> const& declared_parameters()
{
    static std::vector<engine::parameter_key> const all{
        comment_working_days,
        business_comment_days,
        document_expert_min,
        document_expert_min_complex,
        document_review_min_working_days,
        document_review_max_working_days,
        document_supplement_working_days,
        document_review_parts,
        document_review_parts_government,
        effect_days,
        validity_required,
        validity_max_months,
        validity_max_staged_months,
        validity_max_trial_months,
        validity_min_months,
        filing_days,
        filing_recipients_government,
        filing_recipients_department,
        filing_supplement_days,
        maker_explanation_working_days,
        filing_examination_days,
        filing_correction_days,
        expiry_warning_months,
        evaluation_interval_months,
        request_days,
        request_extension_days,
    };
    return all;
}

} // namespace workflows::normative_document
