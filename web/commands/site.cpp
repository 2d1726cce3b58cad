#include "adapters/files/renewed_directory.hpp"
#include "web/commands/commands.hpp"
#include "web/commands/house.hpp"
#include "web/commands/record_options.hpp"
#include "web/public_copy.hpp"

#include <CLI/CLI.hpp>
#include <iostream>

// site: the public's pages as plain files, for a web server that shows them while this one is down.

namespace web::commands {
namespace {

namespace soci = adapters::soci;

struct options : record_options {
    std::filesystem::path target;
    std::string address;
    std::string language = "zh";
};

std::string fault_of_address(std::string const& text)
{
    return text.starts_with("https://") || text.starts_with("http://")
               ? std::string()
               : std::string("begins neither with https:// nor with http://");
}

int write_site(options const& chosen)
{
    auto const law = load_law(chosen.dir);
    soci::database record(chosen.where(), soci::opening::must_exist);
    adapters::files::renewed_directory into(chosen.target);
    adapters::documents::document_store documents(
        chosen.dir, adapters::documents::unfinished_uploads_are::left);
    soci::accounts people(record);
    entrance entry(record, people);
    soci::reader_pool readers(record, 1);
    soci::own_desk desk(record);
    boost::asio::io_context loop(1);
    entry_desk entries(loop.get_executor());
    auto address = chosen.address;
    while (address.ends_with('/'))
        address.pop_back();
    // One moment for all pages: none says that a window is open which another calls closed.
    auto const at = now();
    office house({.people = people,
                  .entry = entry,
                  .readers = readers,
                  .documents = documents,
                  .law = law->law(),
                  .requirements = law->requirements,
                  .entries = entries,
                  .clock = [at] { return at; },
                  .dir = chosen.dir,
                  .desk = desk,
                  .reading_threads = 1,
                  .program = "/proc/self/exe",
                  .address = std::move(address),
                  .copying = true});
    auto const extent = public_copy(house, loop, into.place()).write();
    into.take_its_place();
    std::cout << house.tongues().of(chosen.language)(
                     engine::say("已写出公开页面{1}个、文件{2}个，共{3}字节。", extent.pages,
                                 extent.files, extent.bytes))
              << "\n";
    return done_well;
}

} // namespace

void add_site(CLI::App& program, int& code)
{
    auto const chosen = std::make_shared<options>();
    auto* command = program.add_subcommand(
        "site", "Write the public's pages as plain files that any web server can show; the server "
                "may go on working");
    chosen->add_to(*command);
    command
        ->add_option("--address,--public-address", chosen->address,
                     "Where people reach the server itself: https://juece.example.gov.cn")
        ->required()
        ->type_name("URL")
        ->check(fault_of_address);
    command->add_option("--language", chosen->language, "Of what the command says: zh or en")
        ->check(CLI::IsMember({"zh", "en"}))
        ->capture_default_str();
    command
        ->add_option("directory", chosen->target, "Directory to be made, or made anew as a whole")
        ->required()
        ->type_name("DIR");
    command->callback([chosen, &code] { code = write_site(*chosen); });
}

} // namespace web::commands
