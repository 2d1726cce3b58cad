#include "adapters/apart/child_process.hpp"
#include "adapters/drafts/text_apart.hpp"
#include "adapters/pdf/page_picture.hpp"
#include "web/commands/commands.hpp"
#include "web/commands/house.hpp"

#include <CLI/CLI.hpp>
#include <iostream>

// apart: what the server has done in a process of its own, with a document that anybody made.

namespace web::commands {
namespace {

struct options {
    std::filesystem::path file;
    int page = 1;
    int width = 1'000;
};

int say_words(std::string const& words)
{
    std::cout << words << std::flush;
    return std::cout ? done_well : cannot_work;
}

int count_pages(options const& chosen)
{
    auto const pages = adapters::pdf::page_count(chosen.file);
    return pages ? say_words(std::to_string(*pages)) : found_wrong;
}

int draw_page(options const& chosen)
{
    auto const drawn = adapters::pdf::page_picture(chosen.file, chosen.page, chosen.width);
    return drawn ? say_words(*drawn) : found_wrong;
}

int read_text(options const& chosen)
{
    return say_words(adapters::drafts::told(adapters::drafts::read_draft(chosen.file)));
}

/// Each has so many seconds of work; how long somebody waits for it, the server knows.
void add(CLI::App& apart, std::string const& name, std::string const& about, int seconds,
         std::shared_ptr<options> const& chosen, int& code, int (*what)(options const&))
{
    auto* command = apart.add_subcommand(name, about);
    command->add_option("FILE", chosen->file)->required();
    command->add_option("PAGE", chosen->page);
    command->add_option("WIDTH", chosen->width);
    command->callback([chosen, &code, what, seconds] {
        adapters::apart::confine_this_process(std::chrono::seconds(seconds));
        code = what(*chosen);
    });
}

} // namespace

void add_apart(CLI::App& program, int& code)
{
    auto const chosen = std::make_shared<options>();
    auto* apart = program.add_subcommand(
        "apart", "What a running server does with documents in processes of their own");
    apart->require_subcommand(1);
    add(*apart, "count", "How many pages a PDF has", 1, chosen, code, &count_pages);
    add(*apart, "page", "A page of a PDF as PNG", 4, chosen, code, &draw_page);
    add(*apart, "text", "The text of a document as JSON", 3, chosen, code, &read_text);
}

} // namespace web::commands
