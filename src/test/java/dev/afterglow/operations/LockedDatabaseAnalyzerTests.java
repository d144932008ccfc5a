package dev.afterglow.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.h2.engine.SysProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockedDatabaseAnalyzerTests {

    @Test
    void saysThatAnH2FileBelongsToOneNode(@TempDir Path folder) throws Exception {
        var url = "jdbc:h2:file:" + folder.resolve("afterglow") + ";WRITE_DELAY=0";
        try (var first = DriverManager.getConnection(url, "sa", "");
                var other = new URLClassLoader(new URL[] {h2()}, ClassLoader.getPlatformClassLoader())) {
            assertThat(first.isValid(1)).isTrue();
            var analysis = new LockedDatabaseAnalyzer()
                    .analyze(new IllegalStateException("The second node does not start", refusal(other, url)));

            assertThat(analysis.getDescription()).contains("an H2 file belongs to one node only");
            assertThat(analysis.getAction()).contains("Stop the other process", "PostgreSQL");
        }
    }

    /** Another copy of H2 stands for another process: it shares nothing with ours but the file. */
    private static SQLException refusal(ClassLoader other, String url) throws Exception {
        var driver = (Driver)
                other.loadClass("org.h2.Driver").getDeclaredConstructor().newInstance();
        var login = new Properties();
        login.put("user", "sa");
        login.put("password", "");
        try (Connection second = driver.connect(url, login)) {
            throw new AssertionError(
                    "The second node opened " + second.getMetaData().getURL());
        } catch (SQLException e) {
            return e;
        }
    }

    private static URL h2() {
        return SysProperties.class.getProtectionDomain().getCodeSource().getLocation();
    }
}
