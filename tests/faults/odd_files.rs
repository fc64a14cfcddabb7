//! Pipes, devices and files without an end where a file is expected: nothing waits for them.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use crate::site::STUCK;
use crate::support::Sandbox;
use crate::support::pty::Program;

#[test]
#[ignore = "slow: .ci/run runs it"]
fn a_pipe_a_device_and_a_huge_file_in_the_place_of_a_file_stop_nothing() {
    let sandbox = Sandbox::new();
    let root = sandbox.workspace();
    let put = |name: &str, make: &dyn Fn(&Path)| {
        let path = root.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let _ = fs::remove_file(&path);
        make(&path);
    };
    let fifo = |path: &Path| assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
    let endless = |path: &Path| std::os::unix::fs::symlink("/dev/zero", path).unwrap();
    let huge = |path: &Path| fs::File::create(path).unwrap().set_len(100 * 1024 * 1024 * 1024).unwrap();
    let text = |path: &Path| {
        let laughs = format!("a: &a [lol]\n{}", "b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n".repeat(9));
        fs::write(path, laughs).unwrap();
    };
    put("tb-a/case.yaml", &fifo);
    put("tb-b/case.yaml", &endless);
    put("tb-c/case.yaml", &huge);
    put("tb-d/case.yaml", &text);
    put("meetings/2026-11-27-x/meeting.yaml", &fifo);
    put("meetings/2026-11-28-x/meeting.yaml", &huge);
    let id = "01kb00000000000000000000a0";
    put(&format!("tb-2026-0009/records/{id}-opinion.yaml"), &fifo);
    put(&format!("tb-2026-0010/records/{id}-opinion.yaml"), &huge);
    put(&format!("tb-2026-0011/records/{id}-opinion.yaml"), &endless);
    let config = sandbox.home().join("config/tumorboard");
    fs::create_dir_all(&config).unwrap();
    fifo(&config.join("config.yaml"));
    for words in ["list", "check", "verify", "show tb-2026-0009", "show tb-a"] {
        let begun = Instant::now();
        let output = sandbox.run(&words.split(' ').collect::<Vec<_>>());
        assert!(begun.elapsed() < STUCK, "{words}");
        assert!(output.status.code().is_some_and(|code| code < 8), "{words}: {output:?}");
    }
    let mut program = Program::start(&sandbox);
    program.wait_for("Nguyễn Văn An").press("/").type_text("nguyen van an").wait_for("1 case").press("Enter");
    program.wait_for("[1 Quest.]").press("q");
    assert_eq!(program.end().0, 0);
    println!("odd files: 10 pipes, devices, bombs and files of 100 GB; nothing waited for them");
}
