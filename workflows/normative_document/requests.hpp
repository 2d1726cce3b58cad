#ifndef JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_REQUESTS_HPP
#define JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_REQUESTS_HPP

#include "engine/chapter.hpp"
#include "engine/limit.hpp"
#include "workflows/normative_document/entered.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace workflows::normative_document {

struct dossier;

/// Review requests (公民、法人和其他组织的建议审查): received, explained by the maker, answered
/// within their time (NORM-16).
namespace requests {

enum class request_finding { in_order, to_be_amended, to_be_repealed, not_for_review };
JUECE_CHOICE(request_finding, in_order, to_be_amended, to_be_repealed, not_for_review)

struct received {
    static constexpr std::string_view kind = "document_requests.received";
    std::string request_number;
    std::string requester;
    day received_on;
    std::string provision;
    prose reason;
    std::vector<document_ref> documents;
};
BOOST_DESCRIBE_STRUCT(received, (),
                      (request_number, requester, received_on, provision, reason, documents))

struct explanation_asked {
    static constexpr std::string_view kind = "document_requests.explanation_asked";
    std::string request_number;
    prose question;
};
BOOST_DESCRIBE_STRUCT(explanation_asked, (), (request_number, question))

struct explained {
    static constexpr std::string_view kind = "document_requests.explained";
    std::string request_number;
    prose explanation_words;
    std::optional<document_ref> document;
};
BOOST_DESCRIBE_STRUCT(explained, (), (request_number, explanation_words, document))

struct time_extended {
    static constexpr std::string_view kind = "document_requests.time_extended";
    std::string request_number;
    long long days = 0;
    prose reason;
};
BOOST_DESCRIBE_STRUCT(time_extended, (), (request_number, days, reason))

struct answered {
    static constexpr std::string_view kind = "document_requests.answered";
    std::string request_number;
    request_finding finding_is;
    day answered_on;
    prose reasons;
    std::optional<document_ref> document;
};
BOOST_DESCRIBE_STRUCT(answered, (), (request_number, finding_is, answered_on, reasons, document))

/// One request from its receipt to its answer.
struct request_line {
    entered<received> request;
    std::optional<entered<explanation_asked>> question = {};
    std::optional<entered<explained>> explanation = {};
    std::optional<entered<time_extended>> extension = {};
    std::optional<entered<answered>> answer = {};
};

struct facts {
    std::vector<request_line> lines;
};

} // namespace requests

/// Null for an unknown number.
requests::request_line const* find_request(dossier const& file, std::string_view number);
/// True while a request waits for its answer.
bool has_open_request(dossier const& file);
/// True while the maker was asked to explain and has not.
bool awaits_explanation(dossier const& file);
/// The time to answer each request and to explain.
std::vector<engine::limit_terms> request_limits(dossier const& file, engine::rules const& law);

std::unique_ptr<engine::chapter<dossier>> make_requests();

} // namespace workflows::normative_document

#endif
